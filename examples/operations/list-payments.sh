curl "https://sandbox.api.vinr.com/v1/payments?limit=100" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
