package org.rackvidd.errors;

/**
 * Something only the user can put right: the message says the problem, why it is one, and what to
 * do. {@code Main} prints the message without a trace and ends with exit code 2. All of them are
 * made in {@link Errors}.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UserError(String message) {
    super(message);
  }
}
