sandbox=http://127.0.0.1:4020
key='Authorization: Bearer sk_test_shop'

# Your server: creates a payment.
payment=$(curl -s "$sandbox/v1/payments" -H "$key" --json '{
  "amount": 1000, "currency": "EUR", "returnUrl": "https://shop.example/return"
}' | grep -o '"pay_[^"]*"' | head -n 1 | tr -d '"')

# The customer: pays at the checkout.
curl -s "$sandbox/sandbox/payments/$payment/card-payments" -H "$key" --json '{ "card": "4242 4242 4242 4242" }'

# Time: three days pass, and the settlement is paid.
curl -s "$sandbox/sandbox/clock/advances" -H "$key" --json '{ "days": 3 }'
curl -s "$sandbox/v1/settlements" -H "$key"
