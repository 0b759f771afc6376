curl "https://sandbox.api.vinr.com/v1/settlements/setl_3kQ9xZ/transactions?limit=100" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
