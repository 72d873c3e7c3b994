package io.credentialrules.examples.campus.decision;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * A record that others have been changing for long, or a database that is used by so many that
 * nobody else gets to it, or that cannot be reached: nothing was kept, and it can be tried again.
 */
@ControllerAdvice
class BusyAdvice {

  @ExceptionHandler({
    PessimisticLockingFailureException.class,
    CannotGetJdbcConnectionException.class,
    CannotCreateTransactionException.class
  })
  void busy(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.RETRY_AFTER, "60");
    response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
  }
}
