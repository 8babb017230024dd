"""The store for many: one DynamoDB table. Importing `store` or `client` imports botocore."""
