package io.credentialrules.examples.campus.cost;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Spends for each request what its method {@link Costs}, before the method does anything. */
@Component
class BudgetInterceptor implements HandlerInterceptor, WebMvcConfigurer {
  private final Budgets budgets;

  BudgetInterceptor(Budgets budgets) {
    this.budgets = budgets;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      Costs costs = method.getMethodAnnotation(Costs.class);
      if (costs != null) {
        long seconds = budgets.spend(who(request), costs.value());
        if (seconds > 0) {
          throw new TooOftenException(seconds);
        }
      }
    }
    return true;
  }

  private static String who(HttpServletRequest request) {
    Principal person = request.getUserPrincipal();
    return person == null ? "address " + request.getRemoteAddr() : "account " + person.getName();
  }
}
