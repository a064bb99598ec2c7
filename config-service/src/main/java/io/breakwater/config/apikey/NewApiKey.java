package io.breakwater.config.apikey;

/** A new API key with its secret, which is told only now. */
public record NewApiKey(String clientId, String clientSecret) {
    @Override
    public String toString() {
        return "NewApiKey[" + clientId + "]";
    }
}
