package org.rackvidd.exports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Spark's way into the exports: the accepted rows of a list of sections as one columnar scan. A
 * large file is a task of its own, small ones share one.
 */
public final class IntakeSource implements TableProvider {
  private static final String PLAN = "plan";
  private static final long TASK_BYTES = 16L << 20;

  /**
   * Some of the accepted rows of a section.
   *
   * @param chosen ordinals among the accepted rows, or null for all of them
   */
  record Share(Section section, BitSet chosen) implements Serializable {
    static Share whole(Section section) {
      return new Share(section, null);
    }
  }

  /** The accepted rows, as far as they are chosen, of sections that all have the same intake. */
  static Dataset<Row> rows(SparkSession spark, Intake intake, List<Share> shares) {
    return spark
        .read()
        .format(IntakeSource.class.getName())
        .option(PLAN, Plan.encode(new Plan(intake, new ArrayList<>(shares))))
        .load();
  }

  private record Plan(Intake intake, List<Share> shares) implements Serializable {
    // Data source options are text, and only text reaches the provider that Spark makes itself.
    static String encode(Plan plan) {
      var bytes = new ByteArrayOutputStream();
      try (var out = new ObjectOutputStream(bytes)) {
        out.writeObject(plan);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Plan decode(String text) {
      byte[] bytes = Base64.getDecoder().decode(text);
      try (var in =
          new ObjectInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            protected Class<?> resolveClass(ObjectStreamClass type)
                throws IOException, ClassNotFoundException {
              return Class.forName(type.getName(), false, IntakeSource.class.getClassLoader());
            }
          }) {
        return (Plan) in.readObject();
      } catch (IOException | ClassNotFoundException e) {
        throw new IllegalStateException("The plan of an intake cannot be read", e);
      }
    }
  }

  @Override
  public StructType inferSchema(CaseInsensitiveStringMap options) {
    return Plan.decode(options.get(PLAN)).intake().schema();
  }

  @Override
  public Table getTable(
      StructType schema, Transform[] partitioning, Map<String, String> properties) {
    // Spark hands the options over in lower-case keys.
    return new IntakeTable(Plan.decode(properties.get(PLAN)));
  }

  private record IntakeTable(Plan plan) implements Table, SupportsRead {
    @Override
    public String name() {
      return plan.intake().name();
    }

    @SuppressWarnings("deprecation")
    @Override
    public StructType schema() {
      return plan.intake().schema();
    }

    @Override
    public Set<TableCapability> capabilities() {
      return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
      return new IntakeScan(plan);
    }
  }

  private static final class IntakeScan
      implements ScanBuilder,
          SupportsPushDownRequiredColumns,
          Scan,
          Batch,
          SupportsReportStatistics {
    private final Plan plan;
    private StructType required;

    IntakeScan(Plan plan) {
      this.plan = plan;
      this.required = plan.intake().schema();
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
      return "%s intake of %d tables".formatted(plan.intake().name(), plan.shares().size());
    }

    @Override
    public Batch toBatch() {
      return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
      return tasks(plan.shares(), Share::section).stream()
          .map(shares -> new IntakePartition(plan.intake(), shares))
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
      long bytes = plan.shares().stream().mapToLong(s -> s.section().file().bytes()).sum();
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
        Comparator.comparingLong((T part) -> section.apply(part).file().bytes())
            .reversed()
            .thenComparing(part -> section.apply(part).file().path()));
    List<List<T>> tasks = new ArrayList<>();
    long filled = TASK_BYTES;
    for (T part : bySize) {
      long bytes = section.apply(part).file().bytes();
      if (filled + bytes > TASK_BYTES) {
        tasks.add(new ArrayList<>());
        filled = 0;
      }
      tasks.get(tasks.size() - 1).add(part);
      filled += bytes;
    }
    return tasks;
  }

  record IntakePartition(Intake intake, List<Share> shares) implements InputPartition {}
}
