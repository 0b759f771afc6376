curl "https://sandbox.api.vinr.com/v1/webhooks" \
  --header "Authorization: Bearer $VINR_SECRET_KEY" \
  --header "Idempotency-Key: shop-webhooks" \
  --header "Content-Type: application/json" \
  --data '{
    "url": "https://shop.example/webhooks/vinr",
    "enabled_events": ["payment.completed", "payment.failed", "refund.completed"]
  }'
