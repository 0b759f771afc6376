/**
 * The mock responds with examples and the reference shows them: each body has at least one, and a name by which
 * `Prefer: example=…` asks for it.
 */
export const MediaTypeNamedExamples = () => ({
  MediaType(mediaType, { report, location }) {
    if (mediaType.example !== undefined)
      report({ message: "Give the example a name, under `examples`.", location: location.child("example").key() });
    if (Object.keys(mediaType.examples ?? {}).length === 0)
      report({ message: "A body needs a named example, under `examples`.", location });
  },
});
