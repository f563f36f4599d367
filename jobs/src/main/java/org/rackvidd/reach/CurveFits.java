package org.rackvidd.reach;

import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Adds the curve to the points of reach_curve_point.sql. */
final class CurveFits implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private static final StructType CURVE =
      StructType.fromDDL(
          "saturation double, saturation_low double, saturation_high double, first_unit double,"
              + " further_unit double, tenth_at double, fit_error double, reason string");

  /** Rows with the same columns and the curve's. */
  static StructType schema(StructType points) {
    StructType both = points;
    for (var field : CURVE.fields()) {
      both = both.add(field.name(), field.dataType(), true);
    }
    return both;
  }

  @Override
  public Row call(Row points) {
    List<SaturationCurve.Point> known =
        points.<Row>getList(points.fieldIndex("points")).stream()
            .map(point -> new SaturationCurve.Point(point.getDouble(0), point.getDouble(1)))
            .toList();
    SaturationCurve.Fit fit = SaturationCurve.through(known);
    Object[] row = new Object[points.size() + CURVE.size()];
    for (int i = 0; i < points.size(); i++) {
      row[i] = points.get(i);
    }
    row[row.length - 1] = fit.reason();
    if (fit.curve() != null) {
      SaturationCurve curve = fit.curve();
      double most = known.stream().mapToDouble(SaturationCurve.Point::amount).max().orElseThrow();
      List<Double> found =
          List.of(
              curve.saturation(),
              curve.saturationLow(),
              curve.saturationHigh(),
              curve.firstUnit(),
              curve.marginal(most),
              curve.tenthAt(),
              curve.error());
      for (int i = 0; i < found.size(); i++) {
        row[points.size() + i] = found.get(i);
      }
    }
    return RowFactory.create(row);
  }
}
