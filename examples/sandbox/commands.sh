# In one terminal: the sandbox, which sends every event to your server. It prints the secret that signs them.
npx @vinr/sandbox --forward-to http://127.0.0.1:3000/webhooks

# In another one:
npx @vinr/sandbox trigger payment.completed   # creates a payment, pays it, and sends its events
npx @vinr/sandbox advance 3d                  # to the payout; everything on the way happens in order
npx @vinr/sandbox events --follow             # prints each event that happens
npx @vinr/sandbox snapshot > world.json       # the whole account, for later
npx @vinr/sandbox restore world.json
npx @vinr/sandbox torture http://127.0.0.1:3000/webhooks --secret "$VINR_WEBHOOK_SECRET"
