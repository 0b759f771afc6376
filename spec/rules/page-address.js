/**
 * Each tag, operation, event and schema has a page in the docs, at an address that is made of its name and that links
 * from elsewhere rely on. Two names that lead to one address, such as `PayoutId` and `payout-id`, cannot both have a page;
 * a schema's name is that of a file too. The addresses themselves are those of `docs/reference/addresses.ts`.
 */
export const PageAddress = () => {
  const owners = new Map([
    ["reference/events", "the list of events"],
    ["reference/schemas", "the list of schemas"],
  ]);
  const claim = (address, name, { report }, location) => {
    const owner = owners.get(address);
    if (owner === undefined) owners.set(address, `\`${name}\``);
    else
      report({ message: `The page of \`${name}\` is already that of ${owner}: /${address}/. Rename one.`, location });
  };
  return {
    Tag: ({ name }, context) => claim(`reference/${segment(name)}`, name, context, context.location.child("name")),
    Paths: {
      PathItem: {
        Operation({ operationId, tags: [tag] = [] }, context) {
          if (operationId === undefined || tag === undefined) return;
          const address = `reference/${segment(tag)}/${segment(operationId)}`;
          claim(address, operationId, context, context.location.child("operationId"));
        },
      },
    },
    WebhooksMap: {
      PathItem(_, context) {
        const name = String(context.key);
        claim(`reference/events/${segment(name.replace(/[._]/g, "-"))}`, name, context, context.location.key());
      },
    },
    NamedSchemas: {
      Schema(_, context) {
        const name = String(context.key);
        // The schemas inside of a named one have no page.
        if (!/^#\/components\/schemas\/[^/]+$/.test(context.location.pointer)) return;
        claim(`reference/schemas/${segment(name)}`, name, context, context.location.key());
      },
    },
  };
};

function segment(name) {
  const words = name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
  return words.replace(/[^\p{L}\p{N}_-]+/gu, "-") || "-";
}
