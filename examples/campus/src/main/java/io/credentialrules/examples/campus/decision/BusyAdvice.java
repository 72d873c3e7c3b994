package io.credentialrules.examples.campus.decision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A record that others have been changing for long: nothing was kept, and it can be tried again.
 */
@ControllerAdvice
class BusyAdvice {

  // H2 says so as a query that took too long.
  @ExceptionHandler({PessimisticLockingFailureException.class, QueryTimeoutException.class})
  void busy(DataAccessException late, HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
