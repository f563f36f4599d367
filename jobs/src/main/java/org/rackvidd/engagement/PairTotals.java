package org.rackvidd.engagement;

import java.io.Serializable;
import java.math.BigDecimal;

/** {@link PairSums} while they are added up. */
final class PairTotals implements Serializable {
  private static final long serialVersionUID = 1L;

  private long n;
  private long x;
  private long y;
  private final ExactSum xx = new ExactSum();
  private final ExactSum yy = new ExactSum();
  private final ExactSum xy = new ExactSum();

  /** Of one post. */
  void add(long ofX, long ofY) {
    n++;
    x = Math.addExact(x, ofX);
    y = Math.addExact(y, ofY);
    xx.addProduct(ofX, ofX);
    yy.addProduct(ofY, ofY);
    xy.addProduct(ofX, ofY);
  }

  void add(PairTotals other) {
    n += other.n;
    x = Math.addExact(x, other.x);
    y = Math.addExact(y, other.y);
    xx.add(other.xx);
    yy.add(other.yy);
    xy.add(other.xy);
  }

  void add(PairSums other) {
    n += other.n();
    x = Math.addExact(x, other.x().longValueExact());
    y = Math.addExact(y, other.y().longValueExact());
    xx.add(other.xx());
    yy.add(other.yy());
    xy.add(other.xy());
  }

  PairSums sums() {
    return new PairSums(
        n, BigDecimal.valueOf(x), BigDecimal.valueOf(y), xx.value(), yy.value(), xy.value());
  }
}
