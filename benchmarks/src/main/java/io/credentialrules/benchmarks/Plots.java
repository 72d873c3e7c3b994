package io.credentialrules.benchmarks;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** Pictures of what was measured by the size of the catalogue, as SVG and PNG. */
final class Plots {
  private final Path folder;
  private final List<Contest> contests;

  Plots(Path folder, List<Contest> contests) {
    this.folder = folder;
    this.contests = contests;
  }

  /** Draws what each contender has of something. */
  void draw(
      String file, String title, String unit, List<String> names, ToDoubleFunction<Samples> of)
      throws IOException {
    Map<String, Map<Integer, Double>> values = new LinkedHashMap<>();
    for (String name : names) {
      for (Contest contest : contests) {
        if (contest.names().contains(name)) {
          values
              .computeIfAbsent(name, unseen -> new LinkedHashMap<>())
              .put(contest.catalogue().pathways(), of.applyAsDouble(contest.of(name)));
        }
      }
    }
    draw(file, title, unit, values);
  }

  /** Draws values by name and size of the catalogue. */
  void draw(String file, String title, String unit, Map<String, Map<Integer, Double>> values)
      throws IOException {
    XYChart chart =
        new XYChartBuilder()
            .width(900)
            .height(440)
            .title(title)
            .xAxisTitle("pathways in the catalogue")
            .yAxisTitle(unit)
            .build();
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendLayout(LegendLayout.Horizontal);
    values.forEach(
        (name, bySize) ->
            chart.addSeries(
                name,
                bySize.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                bySize.values().stream().mapToDouble(Double::doubleValue).toArray()));
    Files.createDirectories(folder);
    for (String format : List.of("png", "svg")) {
      ChartEncoder.saveChart(chart, folder.resolve(file + "." + format).toString(), format);
    }
  }
}
