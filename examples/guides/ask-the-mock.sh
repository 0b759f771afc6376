curl "http://127.0.0.1:4010/v1/payments/pay_7rP1gS0bY/capture" \
  --request POST \
  --header "Authorization: Bearer sk_test_Example" \
  --header "Prefer: code=422, example=alreadyCaptured"
