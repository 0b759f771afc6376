curl "https://sandbox.api.vinr.com/v1/refunds/re_2bN7vC" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
