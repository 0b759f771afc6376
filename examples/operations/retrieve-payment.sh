curl "https://sandbox.api.vinr.com/v1/payments/pay_1234567890" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
