curl "https://sandbox.api.vinr.com/v1/settlements/setl_3kQ9xZ" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
