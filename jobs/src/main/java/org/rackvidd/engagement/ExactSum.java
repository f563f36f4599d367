package org.rackvidd.engagement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/** A sum of products of whole numbers, in 128 bits: exact, so in any order the same. */
final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;

  private long high;
  private long low;

  void addProduct(long a, long b) {
    add(Math.multiplyHigh(a, b), a * b);
  }

  void add(ExactSum other) {
    add(other.high, other.low);
  }

  /**
   * @throws ArithmeticException where the number has more than 128 bits
   */
  void add(BigDecimal whole) {
    BigInteger number = whole.toBigIntegerExact();
    add(number.shiftRight(Long.SIZE).longValueExact(), number.longValue());
  }

  private void add(long otherHigh, long otherLow) {
    long sum = low + otherLow;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    high = Math.addExact(Math.addExact(high, otherHigh), carry);
    low = sum;
  }

  BigDecimal value() {
    BigInteger upper = BigInteger.valueOf(high).shiftLeft(Long.SIZE);
    BigInteger lower = BigInteger.valueOf(low >>> 1).shiftLeft(1).add(BigInteger.valueOf(low & 1));
    return new BigDecimal(upper.add(lower));
  }
}
