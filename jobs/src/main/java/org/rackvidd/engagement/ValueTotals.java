package org.rackvidd.engagement;

import java.io.Serializable;
import java.math.BigDecimal;

/** {@link ValueSums} while they are added up. */
final class ValueTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  private long n;
  private long x;
  private final ExactSum xx = new ExactSum();

  /** Of one post. */
  void add(long value) {
    n++;
    x = Math.addExact(x, value);
    xx.addProduct(value, value);
  }

  void add(ValueTotals other) {
    n += other.n;
    x = Math.addExact(x, other.x);
    xx.add(other.xx);
  }

  void add(ValueSums other) {
    n += other.n();
    x = Math.addExact(x, other.x().longValueExact());
    xx.add(other.xx());
  }

  ValueSums sums() {
    return new ValueSums(n, BigDecimal.valueOf(x), xx.value());
  }
}
