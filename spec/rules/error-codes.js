/**
 * Clients branch on `error.code`, so each code has one owner: the row in `x-error-codes` of the schema `ErrorCode`,
 * which gives its status and type. The `enum`, the descriptions and every example of an error agree with that row, and
 * each status that operations document shows every code it can carry.
 */
export const ErrorCodes = () => {
  let table = {};
  return {
    Root(root, { report, location }) {
      const schema = root.components?.schemas?.ErrorCode ?? {};
      const at = location.child(["components", "schemas", "ErrorCode"]);
      table = schema["x-error-codes"] ?? {};
      const codes = Object.keys(table);
      for (const keyword of ["enum", "x-enumDescriptions"]) {
        const listed = Array.isArray(schema[keyword]) ? schema[keyword] : Object.keys(schema[keyword] ?? {});
        for (const code of difference(codes, listed))
          report({
            message: `\`${keyword}\` lacks the code \`${code}\` of \`x-error-codes\`.`,
            location: at.child(keyword).key(),
          });
        for (const code of difference(listed, codes))
          report({
            message: `\`x-error-codes\` lacks the code \`${code}\` of \`${keyword}\`.`,
            location: at.child(keyword).key(),
          });
      }
    },
    Paths: {
      PathItem: {
        Operation: {
          Response(response, { report, location, key, resolve }) {
            for (const [name, reference] of Object.entries(response.content?.["application/json"]?.examples ?? {})) {
              const error = resolve(reference).node?.value?.error;
              if (error === undefined) continue;
              const row = table[error.code];
              const place = location.child(["content", "application/json", "examples", name]);
              if (row === undefined)
                report({ message: `\`${error.code}\` is not in \`x-error-codes\`.`, location: place });
              else if (String(row.status) !== String(key))
                report({ message: `\`${error.code}\` belongs to status ${row.status}, not ${key}.`, location: place });
              else if (row.type !== error.type)
                report({
                  message: `\`${error.code}\` is of type \`${row.type}\`, not \`${error.type}\`.`,
                  location: place,
                });
            }
          },
        },
      },
    },
  };
};

function difference(some, others) {
  return some.filter((one) => !others.includes(one));
}
