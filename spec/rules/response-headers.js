const everywhere = ["X-Request-Id", "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];

/**
 * A client learns from any response how fast it may go on, and support finds any request by its id. Redocly's
 * `response-contains-header` would also ask this of the responses that merchants send to webhooks.
 */
export const ResponseHeaders = () => ({
  Paths: {
    PathItem: {
      Operation: {
        Response(response, { report, location, key }) {
          const wanted = String(key) === "429" ? [...everywhere, "Retry-After"] : everywhere;
          for (const name of wanted)
            if (response.headers?.[name] === undefined)
              report({
                message: `The response needs the header \`${name}\`.`,
                location: location.child("headers").key(),
              });
        },
      },
    },
  },
});
