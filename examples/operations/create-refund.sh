curl "https://sandbox.api.vinr.com/v1/refunds" \
  --header "Authorization: Bearer $VINR_SECRET_KEY" \
  --header "Idempotency-Key: order-1041-refund-1" \
  --header "Content-Type: application/json" \
  --data '{
    "payment": "pay_7rP1gS0bY",
    "amount": 4999,
    "reason": "requested_by_customer"
  }'
