package org.rackvidd.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class Utf8Test {
  @Property
  void everyTextIsReadAsItWasWritten(@ForAll String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    assertThat(decoded(bytes)).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
  }

  @Property
  void bytesOfAnyKindAreReadAsJavaReadsThem(@ForAll byte[] bytes, @ForAll String text)
      throws IOException {
    byte[] mixed =
        (text + new String(bytes, StandardCharsets.ISO_8859_1) + text)
            .getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, mixed, mixed.length - bytes.length, bytes.length);

    assertThat(decoded(mixed)).isEqualTo(new String(mixed, StandardCharsets.UTF_8));
  }

  private static String decoded(byte[] bytes) throws IOException {
    DecodedText text =
        new DecodedText(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8, bytes.length);
    StringBuilder read = new StringBuilder();
    while (text.more(text.limit())) {
      read.append(text.chars(), 0, text.limit());
    }
    return read.toString();
  }
}
