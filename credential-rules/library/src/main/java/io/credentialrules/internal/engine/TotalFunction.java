package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Totals;
import io.credentialrules.internal.work.Interruption;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * Collects the combinations of an accumulate and computes all its functions, exactly, when it is
 * asked.
 */
final class TotalFunction implements AccumulateFunction<TotalFunction.Rows> {
  /**
   * The combinations of one accumulate in one evaluation; serialisable only because the engine's
   * interface says so.
   */
  static final class Rows implements Serializable {
    private static final long serialVersionUID = 1L;
    private final transient List<Row> all = new ArrayList<>();
  }

  private final Function<List<Row>, Totals> totals;

  /** All functions of a total. */
  TotalFunction(Step.Total total) {
    this.totals = rows -> Totals.of(total, rows);
  }

  /** One function by itself. */
  TotalFunction(Step.Function function) {
    this.totals = rows -> Totals.of(List.of(function), rows);
  }

  @Override
  public Rows createContext() {
    return new Rows();
  }

  @Override
  public void init(Rows rows) {
    rows.all.clear();
  }

  @Override
  public void accumulate(Rows rows, Object value) {
    Interruption.check();
    rows.all.add(value instanceof Row row ? row : Row.of(value));
  }

  @Override
  public void reverse(Rows rows, Object value) {
    throw new IllegalStateException("totals are computed afresh");
  }

  @Override
  public boolean supportsReverse() {
    return false;
  }

  @Override
  public Object getResult(Rows rows) {
    return totals.apply(rows.all);
  }

  @Override
  public Class<?> getResultType() {
    return Object.class;
  }

  @Override
  public void writeExternal(ObjectOutput out) {
    throw new IllegalStateException("compiled rules are not serialised");
  }

  @Override
  public void readExternal(ObjectInput in) {
    throw new IllegalStateException("compiled rules are not serialised");
  }
}
