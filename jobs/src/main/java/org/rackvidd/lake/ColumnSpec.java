package org.rackvidd.lake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.io.Serializable;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table.
 *
 * @param name snake_case
 * @param type Spark SQL type, as in {@code decimal(18,6)}
 * @param doc what it means, for the catalogue and for DESCRIBE
 * @param additive whether it counts things of which every row has its own, so that rows that do not
 *     overlap may be added up
 */
public record ColumnSpec(String name, String type, String doc, boolean additive)
    implements Serializable {

  @JsonIgnore
  public DataType dataType() {
    return DataType.fromDDL(type);
  }

  StructField field() {
    return new StructField(name, dataType(), true, Metadata.empty()).withComment(doc);
  }
}
