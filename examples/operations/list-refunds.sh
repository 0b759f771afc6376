curl "https://sandbox.api.vinr.com/v1/refunds?payment=pay_7rP1gS0bY" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
