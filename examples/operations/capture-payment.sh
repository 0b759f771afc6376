curl "https://sandbox.api.vinr.com/v1/payments/pay_7rP1gS0bY/capture" \
  --header "Authorization: Bearer $VINR_SECRET_KEY" \
  --header "Idempotency-Key: order-1041-capture" \
  --header "Content-Type: application/json" \
  --data '{ "amount": 183500 }'
