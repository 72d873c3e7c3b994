package io.credentialrules.spring;

import io.credentialrules.LimitExceededException;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a request with a record that cannot be read, or that goes beyond a limit, by a problem of
 * RFC 9457: 400 with each problem at its place, or 413. An advice of the application comes first.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class RecordProblems {

  @ExceptionHandler
  ProblemDetail unreadable(RecordException problems) {
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.BAD_REQUEST, "the learner record cannot be read");
    detail.setTitle("Learner record");
    detail.setProperty("problems", problems.problems().stream().map(RecordProblems::told).toList());
    return detail;
  }

  @ExceptionHandler
  ProblemDetail beyondLimit(LimitExceededException limit) {
    ProblemDetail detail =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONTENT_TOO_LARGE, limit.getMessage());
    detail.setTitle("Limit exceeded");
    detail.setProperty("limit", limit.limit());
    return detail;
  }

  private static Map<String, Object> told(RecordProblem problem) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("pointer", problem.pointer());
    told.put("line", problem.line());
    told.put("column", problem.column());
    told.put("message", problem.message());
    if (!problem.hint().isEmpty()) {
      told.put("hint", problem.hint());
    }
    return told;
  }
}
