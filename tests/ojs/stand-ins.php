<?php

/**
 * What the stand-ins for the classes of OJS have in common. They do no more than the plugin needs, and remember what it
 * did with them.
 */

namespace StandIn;

/** What the plugin left behind, and what the journal has. A test starts with `reset`. */
class World
{
    public static $hooks;
    public static $settings;
    public static $headers;
    public static $filters;
    public static $variables;
    public static $notes;
    public static $input;
    public static $roles;
    public static $baseUrl;

    public static function reset()
    {
        self::$hooks = self::$headers = self::$filters = self::$variables = self::$notes = self::$input = [];
        self::$settings = ['enabled' => true];
        self::$roles = null;
        self::$baseUrl = 'https://journal.example';
    }

    /** Calls a hook as OJS does: the parameters are passed on until a function handles the matter. */
    public static function call($name, array $params)
    {
        foreach (self::$hooks[$name] ?? [] as $function) {
            if (call_user_func($function, $name, $params)) {
                return true;
            }
        }
        return false;
    }

    /** What readers get of a page whose parts Smarty renders one after the other, the whole page last. */
    public static function display($template, array $parts)
    {
        $output = null;
        self::call('TemplateManager::display', [new TemplateManager(), &$template, &$output]);
        $page = '';
        foreach ($parts as $part) {
            $page = str_replace('[part]', $page, $part);
            if (strpos($page, '[details]') !== false) {
                $details = '';
                self::call('Templates::Article::Details', [[], null, &$details]);
                $page = str_replace('[details]', $details, $page);
            }
            foreach (self::$filters as $filter) {
                $page = call_user_func($filter, $page, null);
            }
        }
        return $page;
    }
}

class Plugin
{
    public function register($category, $path, $mainContextId = null)
    {
        return true;
    }

    public function getEnabled($contextId = null)
    {
        return World::$settings['enabled'];
    }

    public function getSetting($contextId, $name)
    {
        return World::$settings[$name] ?? null;
    }

    public function updateSetting($contextId, $name, $value, $type = null)
    {
        World::$settings[$name] = $value;
    }

    public function getName()
    {
        return 'citeletplugin';
    }

    public function getPluginPath()
    {
        return 'plugins/generic/citelet';
    }

    public function getTemplateResource($template)
    {
        return $template;
    }

    public function getLocaleFilename($locale)
    {
        return $locale;
    }

    public function getActions($request, $arguments)
    {
        return ['delete'];
    }

    public function manage($arguments, $request)
    {
        return 'not ours';
    }
}

class Form
{
    public $_data = [];
    public $checks = [];
    public $template;

    public function __construct($template)
    {
        $this->template = $template;
    }

    public function addCheck($check)
    {
        $this->checks[] = get_class($check);
    }

    public function setData($name, $value)
    {
        $this->_data[$name] = $value;
    }

    public function readUserVars($names)
    {
        foreach ($names as $name) {
            $this->_data[$name] = World::$input[$name] ?? null;
        }
    }

    public function validate()
    {
        return true;
    }

    public function execute(...$arguments)
    {
    }

    public function fetch($request, $template = null, $display = false)
    {
        return 'the form';
    }
}

class TemplateManager
{
    public static function getManager($request = null)
    {
        return new self();
    }

    public function addHeader($name, $header)
    {
        World::$headers[$name] = $header;
    }

    public function registerFilter($kind, $function)
    {
        World::$filters[] = $function;
    }

    public function assign($variables)
    {
        World::$variables = array_merge(World::$variables, $variables);
    }
}

class NotificationManager
{
    public function createTrivialNotification($userId, $kind = 1, $params = null)
    {
        World::$notes[] = $params['contents'];
    }
}

class Check
{
    public function __construct($form)
    {
    }
}

/** Keeps what it was made with. */
class Record
{
    public $parts;

    public function __construct(...$parts)
    {
        $this->parts = $parts;
    }
}

/** Request, router, journal and user in one. */
class Request
{
    public static function get()
    {
        return new self();
    }

    public function getRequest()
    {
        return $this;
    }

    public function getRouter()
    {
        return $this;
    }

    public function getContext()
    {
        return $this;
    }

    public function getId()
    {
        return 7;
    }

    public function getUser()
    {
        return World::$roles === null ? null : $this;
    }

    public function hasRole($roles, $contextId)
    {
        return array_intersect($roles, World::$roles) !== [];
    }

    public function getBaseUrl()
    {
        return World::$baseUrl;
    }

    public function getUserVar($name)
    {
        return World::$input[$name] ?? null;
    }

    public function url($request, $context, $handler, $operation, $path, $parameters)
    {
        return $operation . '?' . http_build_query($parameters);
    }
}

class Hooks
{
    public static function add($name, $function)
    {
        World::$hooks[$name][] = $function;
    }

    public static function register($name, $function)
    {
        self::add($name, $function);
    }
}
