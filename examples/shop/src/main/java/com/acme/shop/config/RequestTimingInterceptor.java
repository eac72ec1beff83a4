package com.acme.shop.config;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerInterceptor;

/** Writes slow requests to the log. */
public class RequestTimingInterceptor implements HandlerInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(RequestTimingInterceptor.class);
  private static final String START = RequestTimingInterceptor.class.getName() + ".start";
  private static final long SLOW_MILLIS = 1500;

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    request.setAttribute(START, System.currentTimeMillis());
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request, HttpServletResponse response, Object handler, Exception ex) {
    Object start = request.getAttribute(START);
    if (start == null) {
      return;
    }
    long millis = System.currentTimeMillis() - (Long) start;
    if (millis > SLOW_MILLIS) {
      LOG.warn("{} {} took {} ms", request.getMethod(), request.getRequestURI(), millis);
    }
  }
}
