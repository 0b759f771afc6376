# In one terminal: the sandbox, which sends every event to your server, and prints the secret that signs them.
npx @vinr/sandbox --forward-to http://127.0.0.1:3000/webhooks/vinr

# In another one: your server, with that secret.
VINR_WEBHOOK_SECRET=whsec_… npx tsx index.ts

# In a third one: something happens, and arrives.
npx @vinr/sandbox trigger payment.completed

# Everything that a handler must survive: duplicates, wrong signatures, old timestamps, large bodies.
VINR_WEBHOOK_SECRET=whsec_… npx @vinr/sandbox torture http://127.0.0.1:3000/webhooks/vinr
