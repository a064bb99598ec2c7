-- An API key may sign in with a signature instead of its secret: PEM of the RSA public key that verifies it.
alter table api_key add column public_key varchar(10000);
