curl --request DELETE "https://sandbox.api.vinr.com/v1/webhooks/we_6fD4pJ" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
