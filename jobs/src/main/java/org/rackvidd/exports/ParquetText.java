package org.rackvidd.exports;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Values of a Parquet column as text, as an export in JSON writes them. */
final class ParquetText {
  private static final int JULIAN_DAY_OF_EPOCH = 2_440_588;
  private static final int LONGEST_PLAIN = 40;

  private final PrimitiveTypeName primitive;
  private final LogicalTypeAnnotation logical;

  ParquetText(PrimitiveType type) {
    this.primitive = type.getPrimitiveTypeName();
    this.logical = type.getLogicalTypeAnnotation();
  }

  /** A whole number, a day as ISO text, a moment as microseconds since 1970. */
  String of(long value) {
    if (logical instanceof DateLogicalTypeAnnotation) {
      return LocalDate.ofEpochDay(value).toString();
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return BigDecimal.valueOf(value, decimal.getScale()).toPlainString();
    } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      return Long.toString(
          switch (timestamp.getUnit()) {
            case MILLIS -> TimeUnit.MILLISECONDS.toMicros(value);
            case MICROS -> value;
            case NANOS -> Math.floorDiv(value, 1000L);
          });
    } else if (logical instanceof IntLogicalTypeAnnotation number && !number.isSigned()) {
      return primitive == PrimitiveTypeName.INT32
          ? Integer.toUnsignedString((int) value)
          : Long.toUnsignedString(value);
    }
    return Long.toString(value);
  }

  /**
   * @param shortest the number with as many digits as tell it from others of its type
   */
  static String of(String shortest) {
    if (shortest.indexOf('E') < 0) {
      return shortest;
    }
    String plain = new BigDecimal(shortest).toPlainString();
    return plain.length() > LONGEST_PLAIN ? shortest : plain;
  }

  /** Text; a decimal number; a moment as microseconds since 1970; or bytes in Base64. */
  String of(Binary value) {
    if (primitive == PrimitiveTypeName.INT96) {
      ByteBuffer bytes = value.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
      long nanos = bytes.getLong(bytes.position());
      long days = (long) bytes.getInt(bytes.position() + Long.BYTES) - JULIAN_DAY_OF_EPOCH;
      return Long.toString(TimeUnit.DAYS.toMicros(days) + Math.floorDiv(nanos, 1000L));
    } else if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale()).toPlainString();
    }
    return logical == null
        ? Base64.getEncoder().encodeToString(value.getBytes())
        : value.toStringUsingUTF8();
  }
}
