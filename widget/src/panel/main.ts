import { paint } from "./color";
import { readConfig } from "./config";
import { Panel } from "./panel";

const config = readConfig();
paint(config.color);
new Panel(config);
