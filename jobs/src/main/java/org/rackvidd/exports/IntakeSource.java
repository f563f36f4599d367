package org.rackvidd.exports;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.classic.Dataset;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.execution.datasources.v2.DataSourceV2Relation;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;
import scala.Option;

/**
 * Spark's way into the exports: the accepted rows of a list of sections as one columnar scan. A
 * large file is a task of its own, small ones share one.
 */
public final class IntakeSource {
  private static final long TASK_BYTES = 16L << 20;

  /**
   * Some of the accepted rows of a section.
   *
   * @param chosen ordinals among the accepted rows, or null for all of them
   */
  public record Share(Section section, BitSet chosen) implements Serializable {
    public static Share whole(Section section) {
      return new Share(section, null);
    }

    @Override
    public String toString() {
      return "rows of " + section.key();
    }
  }

  private IntakeSource() {}

  /**
   * The accepted rows, as far as they are chosen, of sections that all have the same intake. The
   * plan holds the sections themselves: options would be text, and shown.
   */
  public static Dataset<Row> rows(SparkSession spark, Intake intake, List<Share> shares) {
    return Dataset.ofRows(
        (org.apache.spark.sql.classic.SparkSession) spark,
        DataSourceV2Relation.create(
            new IntakeTable(intake, List.copyOf(shares)), Option.empty(), Option.empty()));
  }

  private static final class IntakeTable implements Table, SupportsRead {
    private final Intake intake;
    private final List<Share> shares;

    IntakeTable(Intake intake, List<Share> shares) {
      this.intake = intake;
      this.shares = shares;
    }

    @Override
    public String name() {
      return intake.name();
    }

    @SuppressWarnings("deprecation")
    @Override
    public StructType schema() {
      return intake.schema();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return new IntakeScan(intake, shares);
    }

    @Override
    public String toString() {
      return described(intake, shares);
    }
  }

  private static String described(Intake intake, List<Share> shares) {
    return "%s intake of %d parts".formatted(intake.name(), shares.size());
  }

  private static final class IntakeScan
      implements ScanBuilder,
          SupportsPushDownRequiredColumns,
          Scan,
          Batch,
          SupportsReportStatistics {
    private final Intake intake;
    private final List<Share> shares;
    private StructType required;

    IntakeScan(Intake intake, List<Share> shares) {
      this.intake = intake;
      this.shares = shares;
      this.required = intake.schema();
    }

    @Override
    public void pruneColumns(StructType requiredSchema) {
      this.required = requiredSchema;
    }

    @Override
    public Scan build() {
      return this;
    }

    @Override
    public StructType readSchema() {
      return required;
    }

    @Override
    public String description() {
      return described(intake, shares);
    }

    @Override
    public String toString() {
      return description();
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return tasks(shares, Share::section).stream()
          .map(task -> new IntakePartition(intake, task))
          .toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
      var hadoop =
          new SerializableConfiguration(SparkSession.active().sparkContext().hadoopConfiguration());
      return new IntakeReaderFactory(required, hadoop);
    }

    @Override
    public Statistics estimateStatistics() {
      long bytes = shares.stream().mapToLong(s -> s.section().bytes()).sum();
      return new Statistics() {
        @Override
        public OptionalLong sizeInBytes() {
          return OptionalLong.of(bytes);
        }

        @Override
        public OptionalLong numRows() {
          return OptionalLong.empty();
        }
      };
    }
  }

  /** Sections by task: the largest first, so that no core ends up alone with a large one. */
  static <T> List<List<T>> tasks(List<T> parts, Function<T, Section> section) {
    List<T> bySize = new ArrayList<>(parts);
    bySize.sort(
        Comparator.comparingLong((T part) -> section.apply(part).bytes())
            .reversed()
            .thenComparing(part -> section.apply(part).file().path()));
    List<List<T>> tasks = new ArrayList<>();
    long filled = TASK_BYTES;
    for (T part : bySize) {
      long bytes = section.apply(part).bytes();
      if (filled + bytes > TASK_BYTES) {
        tasks.add(new ArrayList<>());
        filled = 0;
      }
      tasks.get(tasks.size() - 1).add(part);
      filled += bytes;
    }
    return tasks;
  }

  record IntakePartition(Intake intake, List<Share> shares) implements InputPartition {
    @Override
    public String toString() {
      return described(intake, shares);
    }
  }
}
