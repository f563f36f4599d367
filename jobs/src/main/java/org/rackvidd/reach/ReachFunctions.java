package org.rackvidd.reach;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.rackvidd.build.Period;
import org.rackvidd.configuration.AudienceRules;
import org.rackvidd.configuration.Configuration;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The functions the reach queries call. */
final class ReachFunctions {
  private ReachFunctions() {}

  static void register(SparkSession spark, Configuration configuration) {
    AudienceRules rules = configuration.audiences().rules();
    spark
        .udf()
        .register(
            "local_day",
            new LocalDays(configuration.organisation().timeZone()),
            DataTypes.IntegerType);
    spark
        .udf()
        .register(
            "audiences_of",
            (UDF4<String, String, String, String, String[]>)
                (channel, account, campaign, subject) ->
                    audiences(rules, channel, account, campaign, subject).toArray(String[]::new),
            DataTypes.createArrayType(DataTypes.StringType));
    spark
        .udf()
        .register(
            "union_of_times",
            (UDF1<Seq<Row>, Row>)
                sketches ->
                    FrequencySample.union(
                            CollectionConverters.asJava(sketches).stream()
                                .map(FrequencySample::read)
                                .toList())
                        .row(),
            DataType.fromDDL(FrequencySample.TYPE));
    spark
        .udf()
        .register(
            "union_of_people",
            (UDF1<Seq<byte[]>, byte[]>)
                noted -> PeopleSketch.stored(CollectionConverters.asJava(noted)),
            DataTypes.BinaryType);
    spark
        .udf()
        .register(
            "periods_holding",
            (UDF1<LocalDate, Row[]>) ReachFunctions::periods,
            DataType.fromDDL("array<struct<kind: string, start: date>>"));
  }

  /** The periods of the calendar that a day is in, and all time, which has no start. */
  private static Row[] periods(LocalDate day) {
    return Stream.concat(
            Period.holding(day).map(period -> RowFactory.create(period.kind(), period.start())),
            Stream.of(RowFactory.create(Place.ALL, null)))
        .toArray(Row[]::new);
  }

  /** Whom a campaign, or a visit by way of it, is for. */
  static List<String> audiences(
      AudienceRules rules, String channel, String account, String campaign, String subject) {
    return rules
        .assign(new AudienceRules.PostTraits(channel, account, subject, List.of(), campaign, null))
        .audiences();
  }
}
