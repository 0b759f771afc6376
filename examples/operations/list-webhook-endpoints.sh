curl "https://sandbox.api.vinr.com/v1/webhooks" \
  --header "Authorization: Bearer $VINR_SECRET_KEY"
