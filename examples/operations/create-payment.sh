curl "https://sandbox.api.vinr.com/v1/payments" \
  --header "Authorization: Bearer $VINR_SECRET_KEY" \
  --header "Idempotency-Key: order-1042-pay" \
  --header "Content-Type: application/json" \
  --data '{
    "amount": 1000,
    "currency": "EUR",
    "returnUrl": "https://shop.example/orders/1042/return",
    "description": "Order 1042",
    "metadata": { "order": "1042" }
  }'
