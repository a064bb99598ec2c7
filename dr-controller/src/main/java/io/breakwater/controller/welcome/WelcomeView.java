package io.breakwater.controller.welcome;

import java.util.List;

/**
 * What the service answers.
 *
 * @param openapi where each answer is described
 */
public record WelcomeView(String service, String openapi, List<Entry> answers) {

    /** @param call method and path */
    public record Entry(String call, String what) {}

    String html() {
        StringBuilder page = new StringBuilder("<!doctype html><meta charset=utf-8><title>" + service + "</title><h1>"
                + service + "</h1><p><a href=\"" + openapi + "\">OpenAPI</a></p><table>");
        answers.forEach(answer -> page.append("<tr><td><code>")
                .append(answer.call().replace("{", "&#123;"))
                .append("</code><td>")
                .append(answer.what()));
        return page.append("</table>\n").toString();
    }
}
