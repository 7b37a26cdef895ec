// Plots: draws what [data-plot] holds into every [data-plot-of] that names it, and again whenever it has changed.
'use strict';

(() => {
  const plots = new Map(); // by the place they are drawn in: the drawing and what it shows

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  const axis = (place) => {
    const size = parseFloat(getComputedStyle(place).fontSize);
    return {
      size,
      font: `${size}px ${color('font')}`,
      stroke: color('ink-soft'),
      grid: { stroke: color('line'), width: 1 },
      ticks: { show: false },
    };
  };

  const series = (data) => {
    const bars = data.series.filter((one) => !one.line).length;
    let bar = 0;
    return data.series.map((one) => {
      const stroke = color(one.color);
      if (one.line) return { label: one.label, stroke, width: 3, spanGaps: true, points: { show: true, size: 8, fill: stroke } };
      const align = bars === 1 ? 0 : [-1, 1][bar++]; // two rows of bars stand side by side
      return { label: one.label, stroke, fill: stroke, paths: uPlot.paths.bars({ size: [0.34, 36], align }), points: { show: false } };
    });
  };

  const options = (place, data) => {
    const { size, ...common } = axis(place);
    const last = data.labels.length - 1;
    const percent = data.unit === '%';
    return {
      width: place.clientWidth,
      height: place.clientHeight,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: false, range: [-0.6, last + 0.6] },
        y: { range: (u, low, high) => [0, percent ? 100 : Math.max(4, Math.ceil(high * 1.1))] },
      },
      axes: [
        { ...common, grid: { show: false }, size: size * 2.2, space: size * 4,
          splits: (u, i, low, high, step) => data.labels.map((_, at) => at).filter((at) => at % Math.max(1, Math.round(step)) === 0),
          values: (u, at) => at.map((index) => data.labels[index] ?? '') },
        { ...common, size: size * 4.2, label: percent ? undefined : data.unit, labelFont: common.font, labelSize: size * 1.6,
          incrs: [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000],
          values: (u, at) => at.map((value) => (percent ? `${value} %` : String(value))) },
      ],
      series: [{}, ...series(data)],
    };
  };

  const draw = (place, again = false) => {
    const text = document.getElementById(place.dataset.plotOf).dataset.plot;
    const before = plots.get(place);
    if (before?.text === text && !again) return;
    const data = JSON.parse(text);
    const values = [data.labels.map((_, at) => at), ...data.series.map((one) => one.values.map((value) => (Number.isFinite(value) && (one.line || value) ? value : null)))];
    before?.plot.destroy();
    plots.set(place, { text, plot: new uPlot(options(place, data), values, place) });
  };

  const places = document.querySelectorAll('[data-plot-of]');
  const all = (again) => places.forEach((place) => draw(place, again));
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    const { plot } = plots.get(target) ?? {};
    if (plot && (plot.width !== target.clientWidth || plot.height !== target.clientHeight)) {
      plot.setSize({ width: target.clientWidth, height: target.clientHeight });
    }
  }));

  all(true);
  places.forEach((place) => sizes.observe(place));
  page.onChange(() => all(false));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => all(true));
})();
