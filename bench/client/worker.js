/** One contender in a process of its own: `node worker.js NAME ORIGIN`, microseconds of CPU a call as JSON on standard output. */
const [, , name, origin] = process.argv;
const { create } = await import(`./contenders/${name}.js`);
const call = create(origin);
const { id } = await call();
if (id !== "pay_1234567890") throw new Error(`${name} gave ${id}`);

async function run(count, atOnce) {
  let next = 0;
  const work = async () => {
    while (next++ < count) await call();
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** The median of ten batches. */
async function measure(atOnce) {
  const batches = [];
  for (let batch = 0; batch < 10; batch++) {
    const start = process.cpuUsage();
    await run(300, atOnce);
    const { user, system } = process.cpuUsage(start);
    batches.push((user + system) / 300);
  }
  return batches.sort((a, b) => a - b)[5];
}

await run(500, 1);
await run(1000, 50);
console.log(JSON.stringify({ sequential: await measure(1), concurrent: await measure(50) }));
process.exit(0);
