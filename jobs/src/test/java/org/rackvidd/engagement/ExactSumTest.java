package org.rackvidd.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Property(seed = "1")
  void itIsTheSumOfTheProducts(@ForAll List<Integer> as, @ForAll List<Long> bs) {
    ExactSum sum = new ExactSum();
    ExactSum inTwo = new ExactSum();
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < Math.min(as.size(), bs.size()); i++) {
      BigInteger product = BigInteger.valueOf(as.get(i)).multiply(BigInteger.valueOf(bs.get(i)));
      expected = expected.add(product);
      sum.addProduct(as.get(i), bs.get(i));
      if (i % 2 == 0) {
        inTwo.addProduct(as.get(i), bs.get(i));
      } else {
        inTwo.add(new BigDecimal(product));
      }
    }
    assertThat(sum.value()).isEqualTo(new BigDecimal(expected));
    assertThat(inTwo.value()).isEqualTo(sum.value());
  }

  @Test
  void whatHasMoreThan128BitsIsAnErrorAndNoOtherNumber() {
    ExactSum sum = new ExactSum();
    BigDecimal most = new BigDecimal(BigInteger.TWO.pow(127).subtract(BigInteger.ONE));
    sum.add(most);
    assertThat(sum.value()).isEqualTo(most);
    assertThatThrownBy(() -> sum.addProduct(1, 1)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> new ExactSum().add(most.add(BigDecimal.ONE)))
        .isInstanceOf(ArithmeticException.class);
  }
}
