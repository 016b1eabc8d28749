package giro.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Nested Parquet values as the JSON that mapping expressions work on. */
final class ParquetJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ParquetJson() {}

  /** A field of a group, whatever it holds; lists as arrays, also those that only repeat. */
  static JsonNode field(Group group, Type field) {
    int count = group.getFieldRepetitionCount(field.getName());
    if (field.isRepetition(Type.Repetition.REPEATED)) {
      ArrayNode items = NODES.arrayNode();
      for (int i = 0; i < count; i++) {
        items.add(value(group, field, i));
      }
      return items;
    }
    return count == 0 ? NODES.nullNode() : value(group, field, 0);
  }

  private static JsonNode value(Group group, Type field, int index) {
    if (field.isPrimitive()) {
      return primitive(group, field, index);
    }
    Group nested = group.getGroup(field.getName(), index);
    return isList(nested.getType()) ? list(nested) : object(nested);
  }

  private static boolean isList(GroupType type) {
    return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        && type.getFieldCount() == 1;
  }

  /** A repeated group of one field only wraps its items. */
  private static JsonNode list(Group list) {
    Type repeated = list.getType().getType(0);
    ArrayNode items = NODES.arrayNode();
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      boolean isWrapper = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
      Group wrapper = isWrapper ? list.getGroup(0, i) : null;
      items.add(
          isWrapper ? field(wrapper, wrapper.getType().getType(0)) : value(list, repeated, i));
    }
    return items;
  }

  private static JsonNode object(Group group) {
    ObjectNode object = NODES.objectNode();
    for (Type field : group.getType().getFields()) {
      object.set(field.getName(), field(group, field));
    }
    return object;
  }

  private static JsonNode primitive(Group group, Type field, int index) {
    PrimitiveTypeName type = field.asPrimitiveType().getPrimitiveTypeName();
    if (type == PrimitiveTypeName.BOOLEAN) {
      return NODES.booleanNode(group.getBoolean(field.getName(), index));
    }
    return NODES.textNode(ParquetRows.text(group, field, index));
  }
}
