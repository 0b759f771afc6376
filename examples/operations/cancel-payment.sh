curl --request POST "https://sandbox.api.vinr.com/v1/payments/pay_4nV8xL1fH/cancel" \
  --header "Authorization: Bearer $VINR_SECRET_KEY" \
  --header "Idempotency-Key: order-1043-cancel"
