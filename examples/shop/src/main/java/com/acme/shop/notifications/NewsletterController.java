package com.acme.shop.notifications;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.HtmlUtils;

/** The pages behind the links in the newsletter. */
@Controller
@RequestMapping("/newsletter")
public class NewsletterController {

  private final NewsletterDao newsletter;

  public NewsletterController(NewsletterDao newsletter) {
    this.newsletter = newsletter;
  }

  @RequestMapping(path = "/subscribe", method = RequestMethod.POST)
  @ResponseBody
  public String subscribe(
      @RequestParam String email, @RequestParam(defaultValue = "de") String language) {
    newsletter.subscribe(email, language);
    return "<p>Thank you, " + HtmlUtils.htmlEscape(email) + "</p>";
  }

  @RequestMapping(
      path = "/unsubscribe",
      method = {RequestMethod.GET, RequestMethod.POST})
  @ResponseBody
  public String unsubscribe(@RequestParam String email) {
    return newsletter.unsubscribe(email) ? "<p>Goodbye</p>" : "<p>You were not subscribed</p>";
  }
}
