/**
 * Every schema says in words what it is: the reference, the types' documentation and the validators' messages are made
 * from it. A schema that refers to another takes its words.
 */
export const Description = () => ({
  NamedSchemas(schemas, { report, location }) {
    for (const [name, schema] of Object.entries(schemas))
      if (isSilent(schema))
        report({ message: `Schema \`${name}\` needs a \`description\`.`, location: location.child(name).key() });
  },
  SchemaProperties(properties, { report, location }) {
    for (const [name, schema] of Object.entries(properties))
      if (isSilent(schema))
        report({ message: `Property \`${name}\` needs a \`description\`.`, location: location.child(name).key() });
  },
  Header(header, { report, location }) {
    if (isSilent(header)) report({ message: "A header needs a `description`.", location });
  },
  RequestBody(body, { report, location }) {
    if (isSilent(body)) report({ message: "A request body needs a `description`.", location });
  },
  Example(example, { report, location }) {
    if (!example.summary) report({ message: "An example needs a `summary`.", location });
  },
});

function isSilent(node) {
  return node.$ref === undefined && !node.description;
}
