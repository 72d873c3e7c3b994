package io.credentialrules.examples.campus.review;

import org.springframework.http.HttpStatus;

/** A review that is not made, with a sentence for the reviewer. */
class ReviewRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  private ReviewRefusedException(HttpStatus status, String sentence) {
    super(sentence);
    this.status = status;
  }

  static ReviewRefusedException own() {
    return new ReviewRefusedException(
        HttpStatus.FORBIDDEN, "Nobody reviews or waives anything of their own. Ask a colleague.");
  }

  static ReviewRefusedException late() {
    return new ReviewRefusedException(
        HttpStatus.CONFLICT, "This is no longer waiting; somebody has already dealt with it.");
  }

  static ReviewRefusedException malformed(String sentence) {
    return new ReviewRefusedException(HttpStatus.BAD_REQUEST, sentence);
  }

  HttpStatus status() {
    return status;
  }
}
