curl "https://sandbox.api.vinr.com/v1/settlements" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
