package org.rackvidd.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Makes of a record in Parquet the record it would be in JSON. */
final class ParquetRecord extends RecordMaterializer<ObjectNode> {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectConverter root;
  private ObjectNode record;

  ParquetRecord(MessageType schema) {
    this.root = new ObjectConverter(schema, node -> record = node);
  }

  @Override
  public ObjectNode getCurrentRecord() {
    return record;
  }

  @Override
  public GroupConverter getRootConverter() {
    return root;
  }

  private static Converter converter(Type type, Consumer<JsonNode> to) {
    if (type.isPrimitive()) {
      return new TextConverter(new ParquetText(type.asPrimitiveType()), to);
    }
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    boolean isList =
        logical instanceof LogicalTypeAnnotation.ListLogicalTypeAnnotation
            || logical instanceof LogicalTypeAnnotation.MapLogicalTypeAnnotation;
    GroupType group = type.asGroupType();
    return isList
            && group.getFieldCount() == 1
            && group.getType(0).isRepetition(Type.Repetition.REPEATED)
        ? new ListConverter(group, to)
        : new ObjectConverter(group, to::accept);
  }

  private static final class ObjectConverter extends GroupConverter {
    private final Converter[] fields;
    private final Consumer<ObjectNode> to;
    private ObjectNode object;

    ObjectConverter(GroupType type, Consumer<ObjectNode> to) {
      this.to = to;
      this.fields = type.getFields().stream().map(this::field).toArray(Converter[]::new);
    }

    private Converter field(Type field) {
      String name = field.getName();
      // A field that repeats without being called a list is one all the same.
      return field.isRepetition(Type.Repetition.REPEATED)
          ? converter(field, value -> list(name).add(value))
          : converter(field, value -> object.set(name, value));
    }

    private ArrayNode list(String name) {
      return object.get(name) instanceof ArrayNode list ? list : object.putArray(name);
    }

    @Override
    public Converter getConverter(int field) {
      return fields[field];
    }

    @Override
    public void start() {
      object = JSON.objectNode();
    }

    @Override
    public void end() {
      to.accept(object);
    }
  }

  /** A list, whose elements stand in a group of their own or, as older writers have it, do not. */
  private static final class ListConverter extends GroupConverter {
    private final Converter repeated;
    private final Consumer<JsonNode> to;
    private ArrayNode list;

    ListConverter(GroupType type, Consumer<JsonNode> to) {
      this.to = to;
      Type inside = type.getType(0);
      Supplier<ArrayNode> target = () -> list;
      this.repeated =
          isWrapper(type, inside)
              ? new WrapperConverter(inside.asGroupType().getType(0), target)
              : converter(inside, value -> list.add(value));
    }

    private static boolean isWrapper(GroupType list, Type inside) {
      return !inside.isPrimitive()
          && inside.asGroupType().getFieldCount() == 1
          && !inside.getName().equals("array")
          && !inside.getName().equals(list.getName() + "_tuple");
    }

    @Override
    public Converter getConverter(int field) {
      return repeated;
    }

    @Override
    public void start() {
      list = JSON.arrayNode();
    }

    @Override
    public void end() {
      to.accept(list);
    }
  }

  private static final class WrapperConverter extends GroupConverter {
    private final Converter element;

    WrapperConverter(Type element, Supplier<ArrayNode> list) {
      this.element = converter(element, value -> list.get().add(value));
    }

    @Override
    public Converter getConverter(int field) {
      return element;
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }

  private static final class TextConverter extends PrimitiveConverter {
    private final ParquetText text;
    private final Consumer<JsonNode> to;

    TextConverter(ParquetText text, Consumer<JsonNode> to) {
      this.text = text;
      this.to = to;
    }

    private void add(String value) {
      to.accept(JSON.textNode(value));
    }

    @Override
    public void addBinary(Binary value) {
      add(text.of(value));
    }

    @Override
    public void addBoolean(boolean value) {
      add(Boolean.toString(value));
    }

    @Override
    public void addDouble(double value) {
      add(ParquetText.of(Double.toString(value)));
    }

    @Override
    public void addFloat(float value) {
      add(ParquetText.of(Float.toString(value)));
    }

    @Override
    public void addInt(int value) {
      add(text.of(value));
    }

    @Override
    public void addLong(long value) {
      add(text.of(value));
    }
  }
}
